import { channelContract } from './contract.ts'
import { openWechat } from './wechatOwner.ts'

channelContract('WeChat', () => openWechat(), { documents: true })
