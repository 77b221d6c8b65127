#!/usr/bin/env node
// Starts the first script with V8's code cache, and the others where they are asked for. The caches are made by the build
// after a first run: what a check needs is then not compiled again. A cache from another version of Node is refused by
// V8, and everything is compiled as usual.
const { readFileSync } = require('node:fs')
const { Script } = require('node:vm')

const scripts = new Map()
const loaded = new Map()
module.exports = { scripts }

function partOf(name) {
  const before = loaded.get(name)
  if (before !== undefined) return before
  const filename = `${__dirname}/${name}.cjs`
  const source = readFileSync(filename, 'latin1') // the bundler writes ASCII, and this is the quicker way to read it
  const script = new Script(source, { filename, cachedData: cacheOf(filename) })
  scripts.set(name, script)
  const part = { exports: {} }
  script.runInThisContext()(require, part, __dirname, filename, partOf)
  loaded.set(name, part.exports)
  return part.exports
}

function cacheOf(filename) {
  try {
    return readFileSync(`${filename}.cache`)
  } catch {
    return undefined
  }
}

partOf('check')
