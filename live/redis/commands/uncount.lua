--[[
  Takes one back from a counter that is still running.
  KEYS[1] counter
  Output: how many are left
]]
local hits = tonumber(redis.call('get', KEYS[1]) or '0')
if hits <= 0 then return 0 end
return redis.call('decr', KEYS[1])
