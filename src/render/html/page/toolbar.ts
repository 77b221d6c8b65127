import { element } from './element.ts'
import type { Filter, Filtered } from './filter.ts'

/** A facet of which several values may be chosen, each with a box. */
export type Boxes = { readonly name: string; readonly title: string; readonly values: readonly Choice[] }
/** A facet of which one value may be chosen from a list. */
export type Choices = { readonly name: string; readonly title: string; readonly values: readonly Choice[] }
export type Choice = { readonly value: string; readonly label: string; readonly group?: string }

export type Toolbar = {
  readonly form: HTMLFormElement
  readonly filter: () => Filter
  readonly show: (filter: Filter, found: Filtered, total: number) => void
  readonly openAll: HTMLButtonElement
  readonly clear: HTMLButtonElement
  readonly search: HTMLInputElement
}

/** The controls above the list of findings. */
export function toolbar(boxes: readonly Boxes[], choices: readonly Choices[], id: (name: string) => string): Toolbar {
  const search = element('input', {
    type: 'search',
    id: id('search'),
    name: 'q',
    autocomplete: 'off',
    spellcheck: 'false',
  })
  const boxInputs = boxes.map((facet) => ({
    facet,
    inputs: facet.values.map(({ value }) =>
      element('input', { type: 'checkbox', name: facet.name, value, id: id(`${facet.name}-${value}`) }),
    ),
  }))
  const selects = choices.map((facet) => ({
    facet,
    select: element('select', { name: facet.name, id: id(`by-${facet.name}`) }),
    written: '',
  }))
  const status = element('p', { class: 'status', role: 'status', 'aria-live': 'polite' })
  const clear = element('button', { type: 'button', class: 'clear' }, 'Clear the filter')
  const openAll = element('button', { type: 'button', class: 'open-all' }, 'Open all')
  const todo = element('span', { class: 'chosen' })
  const countOf = new Map<HTMLInputElement, HTMLElement>()

  const fieldsets = boxInputs.map(({ facet, inputs }) => {
    const labels = inputs.map((input, at) => {
      const count = element('span', { class: 'number' })
      countOf.set(input, count)
      return element(
        'label',
        { class: `box ${input.value}` },
        input,
        element('span', { class: 'mark' }, facet.values[at]?.label ?? ''),
        ' ',
        count,
      )
    })
    return element('fieldset', {}, element('legend', {}, facet.title), ...labels)
  })
  const fields = selects.map(({ facet, select }) =>
    element('div', { class: 'field' }, element('label', { for: select.id }, facet.title), select),
  )
  const form = element(
    'form',
    { class: 'toolbar', role: 'search', 'aria-label': 'Filter the findings' },
    element(
      'div',
      { class: 'line' },
      element('div', { class: 'field search' }, element('label', { for: search.id }, 'Search'), search),
      ...fieldsets,
    ),
    element('div', { class: 'line selects' }, ...fields),
    element('div', { class: 'line' }, status, todo, element('span', { class: 'actions' }, clear, openAll)),
  )
  let chosenToDo: readonly string[] = []
  let filling: number | undefined

  return {
    form,
    search,
    clear,
    openAll,
    filter: () => ({
      q: search.value.trim() === '' ? [] : [search.value.trim()],
      ...Object.fromEntries(
        boxInputs.map(({ facet, inputs }) => [
          facet.name,
          inputs.filter(({ checked }) => checked).map(({ value }) => value),
        ]),
      ),
      ...Object.fromEntries(
        selects.map(({ facet, select }) => [facet.name, select.value === '' ? [] : [select.value]]),
      ),
      todo: chosenToDo,
    }),
    show: (filter, { count, counts }, total) => {
      if (search.value.trim() !== (filter.q?.[0] ?? '')) search.value = filter.q?.[0] ?? ''
      for (const { facet, inputs } of boxInputs) {
        const numbers = counts(facet.name)
        for (const input of inputs) {
          input.checked = (filter[facet.name] ?? []).includes(input.value)
          const number = String(numbers.get(input.value) ?? 0)
          const shown = countOf.get(input)
          if (shown !== undefined && shown.textContent !== number) shown.textContent = number
        }
      }
      const fillOne = (one: (typeof selects)[number]): void => {
        const { name } = one.facet
        one.written = fill(one.select, one.facet, filter[name]?.[0] ?? '', counts(name), one.written)
      }
      // Nobody reads the lists of what may be chosen next until the findings are there.
      clearTimeout(filling)
      filling = setTimeout(() => selects.forEach(fillOne), 50)
      for (const one of selects) {
        const chosen = filter[one.facet.name]?.[0] ?? ''
        one.select.value = chosen
        if (one.select.value !== chosen) fillOne(one)
      }
      chosenToDo = filter.todo ?? []
      todo.textContent = chosenToDo.length === 0 ? '' : `of to do ${chosenToDo.join(', ')}`
      status.textContent =
        count === total ? `${total} ${total === 1 ? 'finding' : 'findings'}` : `${count} of ${total} findings`
      clear.hidden = Object.values(filter).every((values) => values.length === 0)
      openAll.hidden = count === 0
    },
  }
}

/** Writes the options that would leave something, with how much; a list that would be the same is left alone. */
function fill(
  select: HTMLSelectElement,
  facet: Choices,
  chosen: string,
  counts: ReadonlyMap<string, number>,
  before: string,
): string {
  const shown = facet.values.filter(({ value }) => (counts.get(value) ?? 0) > 0 || value === chosen)
  const key = shown.map(({ value }) => `${value}=${counts.get(value) ?? 0}`).join('\n')
  if (key !== before) {
    const options = shown.map((choice) => ({
      ...choice,
      option: new Option(`${choice.label} (${counts.get(choice.value) ?? 0})`, choice.value),
    }))
    const groups = new Map<string, HTMLOptionElement[]>()
    for (const { group = '', option } of options) {
      const before = groups.get(group)
      if (before === undefined) groups.set(group, [option])
      else before.push(option)
    }
    const parts = [...groups].flatMap(([group, some]) =>
      group === '' ? some : [element('optgroup', { label: group }, ...some)],
    )
    select.replaceChildren(new Option('any', ''), ...parts)
  }
  select.value = chosen
  return key
}
