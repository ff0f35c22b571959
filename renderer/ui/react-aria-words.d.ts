// The package's own declaration of this file describes a type where the file holds a value.
declare module 'react-aria-components/i18n/en-US' {
  const words: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  export { words as default };
}
