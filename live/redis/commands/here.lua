--[[
  Says that somebody is here, and forgets who has not said so in time. By the clock of Redis.
  KEYS[1] place: sorted set, until when each is here
  ARGV[1] who    ARGV[2] milliseconds
  Output: how many are here
]]
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('zadd', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('zremrangebyscore', KEYS[1], '-inf', now)
local last = redis.call('zrange', KEYS[1], -1, -1, 'withscores')
redis.call('pexpireat', KEYS[1], last[2])
return redis.call('zcard', KEYS[1])
