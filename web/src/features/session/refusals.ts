/** Why an identity provider's word opened nothing, as the address says it; anything else is a plain refusal. */
const KNOWN = ['provider-down', 'provider-refused', 'provider-too-late', 'provider-unknown', 'account-disabled', 'linked-already']

export function refusalOf(code: unknown): string {
  const name = typeof code === 'string' ? code.replace(/^identity\./, '') : ''
  return `session.refused.${KNOWN.includes(name) ? name : 'provider-refused'}`
}
