--[[
  Keeps a renewed token and ends the renewal, unless another has begun one since.
  KEYS[1] token    KEYS[2] renewal: who renews it
  ARGV[1] who renewed it    ARGV[2] token    ARGV[3] milliseconds it is good for
  Output: 1 kept | 0 another renews it now
]]
if redis.call('get', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('set', KEYS[1], ARGV[2], 'px', ARGV[3])
redis.call('del', KEYS[2])
return 1
