--[[
  Keeps a lease for longer, while it is still the caller's.
  KEYS[1] lease: who holds it    ARGV[1] holder    ARGV[2] milliseconds from now
  Output: 1 kept | 0 another holds it, or nobody
]]
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('pexpire', KEYS[1], ARGV[2])
