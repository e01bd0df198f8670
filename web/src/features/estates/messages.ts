import { messages } from '@/i18n/messages'

export default messages({ zh: { title: '小区', nav: '小区' }, en: { title: 'Estates', nav: 'Estates' } })
