import type { ChannelOwner } from '../ports/channels.ts'

export const ownerOf = ({ channel, account, address }: ChannelOwner): ChannelOwner => ({ channel, account, address })
