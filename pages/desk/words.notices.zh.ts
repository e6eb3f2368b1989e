/** Notices that the browser gives while the desk is out of sight, in Chinese. */
export const notices = {
  title: '新消息提醒',
  lead: '客服台在后台时，您接的单来了新消息，或您班组来了新单，浏览器会弹一条提醒。点提醒就打开那张单。',
  private: '提醒上没有业主说的话，也没有电话和房号。',
  isOn: '这台电脑上已经打开。',
  isOff: '这台电脑上还没有打开。',
  turnOn: '打开提醒',
  turnOff: '关掉提醒',
  sound: '同时响一声',
  hindered: {
    denied: '浏览器还不让这里弹提醒。请点地址栏左边的图标，把“通知”改成“允许”，再按“打开提醒”。',
    unable: '这个浏览器弹不了提醒，请换一个新一些的浏览器。',
    insecure: '这个地址不是 https 开头的，浏览器不让弹提醒。请让管理员换成 https 地址。',
  },
  toYou: '有业主等您回话',
  toYouMore: '您接的单来了新消息，点开看看。',
  came: (n: number) => (n > 1 ? `来了 ${n} 张新单` : '来了一张新单'),
  urgent: '来了一张紧急单，还没人接',
  openIt: '点开就能看。',
}
