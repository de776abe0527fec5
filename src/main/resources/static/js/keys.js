// What is typed into is not steered by single letters.
export const typing = element => element.closest("input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable]")

// On a Cyrillic layout the key itself counts, on a Latin one the letter.
export const letter = event => /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : event.key
