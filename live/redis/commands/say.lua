--[[
  Publishes. As a script with a key so that a cluster has all of it go by one node, and so in order.
  KEYS[1] names that node, and is never written    ARGV[1] channel    ARGV[2] text
  Output: how many on that node hear it
]]
return redis.call('publish', ARGV[1], ARGV[2])
