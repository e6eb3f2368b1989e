--[[
  Counts one in a window that begins with the first.
  KEYS[1] counter    ARGV[1] length of the window in milliseconds
  Output: { how many there are now, milliseconds until the window ends }
]]
local hits = redis.call('incr', KEYS[1])
local left = redis.call('pttl', KEYS[1])
if left < 0 then
  redis.call('pexpire', KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return { hits, left }
