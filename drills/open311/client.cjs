// A client that is not ours lists the services, files a request and reads it back. Prints one line of JSON; exits 1 when anything differs.
const Open311 = require('open311')

const [endpoint, apiKey, jurisdiction] = process.argv.slice(2)
const city = new Open311({ endpoint: `${endpoint}/open311/v2/`, apiKey, jurisdiction, format: 'json' })
const call = (method, ...args) => new Promise((resolve, reject) =>
  city[method](...args, (fault, answer) => (fault ? reject(new Error(`${method}: ${answer}`)) : resolve(answer))))
const held = (condition, words) => { if (!condition) throw new Error(words) }

async function main() {
  const services = await call('serviceList')
  held(services.length > 20 && services.every((one) => one.service_code && one.service_name), 'services have codes and names')
  const definition = await call('serviceDefinition', 'LEAK')
  held(definition.attributes.some((one) => one.code === 'WHERE' && one.required), 'LEAK asks where')
  const words = `下雨就漏 ${Date.now()}`
  const [filed] = await call('submitRequest', {
    service_code: 'LEAK', address_string: '某小区顶楼', description: words, phone: '13900003111', attributes: { WHERE: 'ROOF' },
  })
  held(/^SQ-/.test(filed.service_request_id), 'a number is given')
  const [read] = await call('serviceRequest', filed.service_request_id, { api_key: apiKey })
  held(read.service_request_id === filed.service_request_id && read.status === 'open' && read.description.startsWith(words), 'it is read back')
  held(read.requested_datetime instanceof Date && !Number.isNaN(read.requested_datetime.getTime()), 'with a time that is one')
  const listed = await call('serviceRequests', { service_code: 'LEAK', status: 'open' })
  held(listed.some((one) => one.service_request_id === filed.service_request_id), 'it is in the list')
  const refused = await call('submitRequest', { service_code: 'LEAK', description: words }).then(() => '', (fault) => fault.message)
  held(refused.includes('400'), 'what is wrong is refused')
  const [token] = await call('token', filed.service_request_id)
  held(token.service_request_id === filed.service_request_id, 'a token leads to the number')
  return { client: `open311 ${require('open311/package.json').version}`, services: services.length, filed: filed.service_request_id, listed: listed.length, faults: 0 }
}

main().then((result) => console.log(JSON.stringify(result)), (fault) => {
  console.error(fault.message)
  console.log(JSON.stringify({ faults: 1 }))
  process.exitCode = 1
})
