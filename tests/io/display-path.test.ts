import { relative } from 'node:path'
import { expect, it } from 'vitest'
import { displayPath } from '../../src/io/display-path.ts'

it.each([
  ['/site', '/site/a.yaml'],
  ['/site', '/site/a/b.yaml'],
  ['/site', '/site/../a.yaml'],
  ['/site', '/site/./a//b.yaml'],
  ['/site', '/site/.hidden/a.yaml'],
  ['/site', '/site/a/'],
  ['/site', '/site/'],
  ['/site', '/siteing/a.yaml'],
  ['/site/a', '/site/b.yaml'],
  ['/site/', '/site/a.yaml'],
  ['/', '/a.yaml'],
])('in %s, %s is shown as it is from there', (cwd, path) => {
  expect(displayPath(cwd, path)).toBe(relative(cwd, path))
})
