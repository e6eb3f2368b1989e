--[[
  Deletes a key that still says what the caller put there: a lease, or a token that is no longer taken.
  KEYS[1] key    ARGV[1] what it has to say
  Output: 1 deleted | 0 it says something else, or nothing
]]
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('del', KEYS[1])
