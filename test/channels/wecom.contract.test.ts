import { channelContract } from './contract.ts'
import { openWecom } from './wecomOwner.ts'

channelContract('WeCom', () => openWecom())
