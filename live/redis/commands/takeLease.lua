--[[
  Holds a conversation for one instance.
  KEYS[1] lease: who holds it    KEYS[2] epoch: the highest at which it was held
  ARGV[1] holder    ARGV[2] milliseconds    ARGV[3] epoch: version of the conversation in the record
  Output: 'taken' | 'held' by another | 'outdated': it was held at a later epoch already
]]
local seen = tonumber(redis.call('get', KEYS[2]) or '0')
if tonumber(ARGV[3]) < seen then return 'outdated' end
if not redis.call('set', KEYS[1], ARGV[1], 'nx', 'px', ARGV[2]) then return 'held' end
redis.call('set', KEYS[2], ARGV[3], 'px', 3600000)
return 'taken'
