--[[
  Gives the token in use; where there is none, makes the caller the one who renews it. In one step: between two,
  another could have renewed it, and a second renewal ends the first.
  KEYS[1] token    KEYS[2] renewal: who renews it
  ARGV[1] caller    ARGV[2] milliseconds in which a renewal is done
  Output: { 'token', the token } | { 'renew' } | { 'wait' }: another renews it
]]
local token = redis.call('get', KEYS[1])
if token then return { 'token', token } end
if redis.call('set', KEYS[2], ARGV[1], 'nx', 'px', ARGV[2]) then return { 'renew' } end
return { 'wait' }
