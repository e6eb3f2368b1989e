--[[
  Who is here. By the clock of Redis.
  KEYS[1] place: sorted set, until when each is here
  Output: their names
]]
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return redis.call('zrangebyscore', KEYS[1], '(' .. now, '+inf')
