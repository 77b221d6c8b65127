const kept = 'douane-theme'

/** A button that turns light into dark and back; it begins as the system wants it, and remembers what was chosen. */
export function themeButton(button: HTMLButtonElement): void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const current = (): string => document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light')
  const label = (): void => {
    button.textContent = current() === 'dark' ? 'Light colours' : 'Dark colours'
  }
  const chosen = remembered()
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen
  button.hidden = false
  button.addEventListener('click', () => {
    const next = current() === 'dark' ? 'light' : 'dark'
    document.documentElement.dataset.theme = next
    remember(next)
    label()
  })
  system.addEventListener('change', label)
  label()
}

/** A browser may forbid storage to a file. */
function remembered(): string | null {
  try {
    return localStorage.getItem(kept)
  } catch {
    return null
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(kept, theme)
  } catch {
    // It lasts as long as the page, then.
  }
}
