import type { Engagement } from '../model/generated/engagement.ts'
import type { Placed, Pointer } from '../model/location.ts'
import type { Component } from './components.ts'
import type { Scene } from './scene.ts'
import { anyOf, known, map, openLike, or, unknown, type Value } from './value.ts'

export type TagValue = NonNullable<Engagement['tags']>[number]

/** A tag: listed, or following from a component on a registered analytics or tag management service. */
export type Tag = {
  readonly id: string
  readonly title: string
  /** What the descriptor lists of it. */
  readonly value: TagValue | undefined
  readonly pointer: Pointer
  readonly site: Value<Component>
  /** What receives what it collects; `none` where nothing leaves the site. */
  readonly receiver: Value<Component | 'none'>
  readonly place: Placed
}

export type ServiceCategory = 'analytics' | 'tag-management' | 'other'

/** What kind of service a component runs on, as far as tags go. */
export function categoryOf(receiver: Component | 'none'): Value<ServiceCategory> {
  if (receiver === 'none') return known('other')
  const { registered, service } = receiver
  if (registered === undefined) return map(service, () => 'other')
  const { category } = registered.value
  return known(category === 'analytics' || category === 'tag-management' ? category : 'other', registered.origin)
}

export function tagsOf(scene: Scene): readonly Tag[] {
  const listed = (scene.engagement.tags ?? []).map((value, at) => listedTag(value, at, scene))
  const derived = unreceived(scene)
    .filter((one) => (categoryOf(one).value ?? 'other') !== 'other')
    .map((component) => unlistedTag(component, scene))
  return [...listed, ...derived]
}

/** The components that receive from no tag that is listed. */
function unreceived({ engagement, components }: Scene): readonly Component[] {
  const received = new Set((engagement.tags ?? []).map((tag) => tag.component))
  return components.filter((one) => !received.has(one.id))
}

/** False; or unknown where a component that is not described could turn out to be for a tag that nobody lists. */
export function mayBeMoreTags(scene: Scene): Value<boolean> {
  const components = scene.reader.get(
    scene.engagement,
    [],
    'components',
    'State the components: `components`, or `[]`.',
  )
  return anyOf([map(components, () => false), ...unreceived(scene).map((one) => map(categoryOf(one), () => false))])
}

function listedTag(value: TagValue, at: number, scene: Scene): Tag {
  const { reader } = scene
  const pointer = ['tags', at]
  const on = reader.get(value, pointer, 'on', `State on which component ${value.id} runs: \`on\`.`)
  const component = reader.get(
    value,
    pointer,
    'component',
    `State the \`component\` that receives what ${value.id} collects, or \`none\`.`,
  )
  return {
    id: value.id,
    title: value.title ?? value.id,
    value,
    pointer,
    site: map(on, scene.component),
    receiver: map(component, (id) => (id === 'none' ? id : scene.component(id))),
    place: reader.place(pointer),
  }
}

function unlistedTag(component: Component, scene: Scene): Tag {
  const list = scene.engagement.tags
  const ask = `List what ${component.id} receives under \`tags\`, with \`component: ${component.id}\`: ${component.service.value} is a service for it.`
  const pointer = list === undefined || list === null ? [] : ['tags']
  return {
    id: `${component.id}:tag`,
    title: component.registered?.value.name ?? component.title,
    value: undefined,
    pointer,
    site: unknown(scene.reader.missing(pointer, 'tags', ask)),
    receiver: known(component),
    place: component.place,
  }
}

/** Reads a key of a listed tag; what an unlisted one would state is unknown. */
export function readTag<K extends keyof TagValue & string>(
  tag: Tag,
  key: K,
  ask: string,
  scene: Scene,
): Value<NonNullable<TagValue[K]>> {
  return tag.value === undefined ? openLike(tag.site) : scene.reader.get(tag.value, tag.pointer, key, ask)
}

/** Whether one tag is a container that loads another: what does not list what it loads may load anything. */
export function loads(container: Tag, tag: Tag, scene: Scene): Value<boolean> {
  if (container.id === tag.id) return known(false)
  const content = readTag(container, 'loads', `State which tags ${container.id} loads: \`loads\`, or \`[]\`.`, scene)
  if (content.value !== undefined) return map(content, (ids) => ids.includes(tag.id))
  const contains = mayLoad(container, scene)
  return contains.value === false ? contains : openLike(content)
}

/** A tag of another kind loads nothing; loading refuses one that says so. */
function mayLoad(tag: Tag, scene: Scene): Value<boolean> {
  const kind = readTag(tag, 'kind', `State what ${tag.id} is for: \`kind\`.`, scene)
  const category = tag.receiver.value === undefined ? openLike(tag.receiver) : categoryOf(tag.receiver.value)
  return or(
    map(kind, (one) => one === 'tag-container'),
    map(category, (one) => one === 'tag-management'),
  )
}
