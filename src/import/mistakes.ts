type Mistake = { readonly looksLike: RegExp; readonly message: string; readonly hint: string }

const again = 'Log in again, check what it said, and export once more.'

/** What people give instead of an export, by how it begins. */
const mistakes: readonly Mistake[] = [
  {
    looksLike: /^\s*<(!doctype html|html|head|\?xml)/i,
    message: 'The file is a web page or XML, such as a page that asks to log in',
    hint: again,
  },
  {
    looksLike: /^\s*\{\s*"(State|Description)"\s*:/,
    message: 'The file says how far AWS is with the credential report, and is not the report',
    hint: 'Wait until `aws iam generate-credential-report` says COMPLETE, and export `aws iam get-credential-report`.',
  },
  {
    looksLike: /^\s*dXNlcixhcm4s/,
    message: 'The file is a credential report in Base64',
    hint: 'Decode it with `base64 -d`, or give the whole answer of `aws iam get-credential-report`.',
  },
  {
    looksLike: /^\s*An error occurred \(/,
    message: 'The file is an error of the AWS command line, and not what was asked for',
    hint: again,
  },
  {
    looksLike:
      /^\s*\{\s*("data"\s*:\s*(null|\{\s*"organization"\s*:\s*null\s*\})\s*,\s*)?"(errors?|message|documentation_url|status)"\s*:/,
    message: 'The file is an error that the service answered with, and not what was asked for',
    hint: again,
  },
  {
    looksLike: /^[^\n,{[<]*\b(login|user|userPrincipalName|Email Address[^;\t\n]*)[;\t]/,
    message: 'The columns are separated by semicolons or tabs',
    hint: 'Save it as CSV with commas.',
  },
]

/** What a file is that no importer reads, where that is easy to tell. */
export const mistakeOf = (text: string): Pick<Mistake, 'message' | 'hint'> | undefined =>
  mistakes.find(({ looksLike }) => looksLike.test(text))
