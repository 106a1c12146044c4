// Reads the output of documents.cpp, compiles its schemas with ajv, and writes the verdict of ajv on each document, a
// line each, for check.py. Then checks ajv, which calculates in doubles, with the schemas of amounts.
//
//     node ajv.js DOCUMENTS all|some      all: each amount of whole cents up to 100,000.00
//
// ajv 8 runs in its strict mode, which must accept every schema. ajv 6, as in Debian 12, has none, and knows draft-07
// only. Where ajv is: in the environment, NODE_PATH.
'use strict'
const fs = require('fs')

function load() {
  const version = require('ajv/package.json').version
  const is_strict = Number(version.split('.')[0]) >= 8
  const formats = () => { try { return require('ajv-formats').default } catch { return null } }
  return { version, is_strict, formats: is_strict ? formats() : null }
}

const { version, is_strict, formats } = load()

function compile(schema) {
  const is_07 = !schema.$schema || schema.$schema.includes('draft-07')
  const loaded = require(is_strict && !is_07 ? 'ajv/dist/2020' : 'ajv')
  const Ajv = loaded.default || loaded
  const ajv = new Ajv(is_strict ? { strict: true } : { format: false })
  if (formats) formats(ajv)
  else for (const name of ['date', 'date-time']) ajv.addFormat(name, /^/) // there is a pattern for them, too
  ajv.addFormat('uuid', /^/) // from text_format(): outlay itself does not check it
  return ajv.compile(schema)
}

// A generator of numbers that is the same everywhere, from 0 to 1.
let state = 20261126
function random() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}
const below = (n) => Math.floor((random() + random() / 2 ** 32) * n)

function check_amounts(places, is_valid, all) {
  const unit = 10 ** places
  const refused = []
  const accepted = []
  const whole = (k) => { if (!is_valid(k / unit)) refused.push(k / unit) }
  if (all) for (let k = 0; k <= 100000 * unit; ++k) whole(k)
  for (let i = 0; i < 30000; ++i) {
    whole(below(100000 * unit))
    whole(-below(10 ** (2 + below(13 + places))))
    // As many digits as a double can distinguish, for each divisor.
    const more = 1 + below(8 - places)
    const k = below(10 ** (3 + below(12)))
    if (k % 10 ** more !== 0 && is_valid(k / 10 ** (places + more))) accepted.push(k / 10 ** (places + more))
    const share = [3, 7, 9, 11, 12, 17, 23, 29, 30, 41, 52, 53, 91][below(13)]
    if (k * unit < 2 ** 53 && (k * unit) % share !== 0 && k < 1e6 && is_valid(k / share)) accepted.push(k / share)
  }
  for (const x of [1e15, 1e19, 1e20, 1e21, 7.9e28]) if (!is_valid(x)) refused.push(x)
  if (!is_valid(null)) refused.push(null)
  for (const x of ['1', true]) if (is_valid(x)) accepted.push(x)
  if (refused.length + accepted.length === 0) return 0
  console.error(`${places} places: ${refused.length} amounts refused, such as ${refused.slice(0, 5)}; ` +
                `${accepted.length} accepted that are too fine, such as ${accepted.slice(0, 5)}`)
  return 1
}

function main() {
  const [file, amount] = process.argv.slice(2)
  const validators = {}
  let failed = 0
  let places_seen = 0
  const verdicts = []
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (!line) continue
    const entry = JSON.parse(line)
    if (!('definition' in entry)) {
      verdicts.push(validators[entry.schema](entry.document) ? 'conforms' : 'violates')
      continue
    }
    try {
      validators[entry.schema] = compile(entry.definition)
    } catch (error) {
      console.error(`${entry.schema}: ${error.message}`)
      validators[entry.schema] = () => false
      ++failed
    }
    const name = /^minor units, (\d) places$/.exec(entry.schema)
    if (name) failed += check_amounts(Number(name[1]), validators[entry.schema], amount === 'all' && name[1] === '2')
    places_seen += name !== null
  }
  process.stdout.write(verdicts.join('\n') + '\n')
  console.error(`ajv ${version}${is_strict ? ', strict' : ''}: ${Object.keys(validators).length} schemas, ` +
                `${verdicts.length} documents, ${failed} failures`)
  process.exitCode = failed === 0 && places_seen === 5 ? 0 : 1
}

main()
