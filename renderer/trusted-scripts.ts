interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
}

function isOwnScript(url: string): boolean {
  const { origin, pathname } = new URL(url, location.href);
  return origin === location.origin && pathname.endsWith('.js');
}

/** Absent outside a browser (unit tests of modules that import this one). */
const trustedTypes = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;

const policy = trustedTypes?.createPolicy('egov', {
  createScriptURL: (url) => {
    if (!isOwnScript(url)) throw new Error('a script from outside the app was refused');
    return url;
  },
});

/**
 * Marks the address of one of our own scripts as trusted: the content policy demands it for `new Worker`. The only
 * Trusted Types policy of the page; it has no rule for HTML, so no string can become HTML anywhere.
 */
export function trustOwnScript(url: string): string {
  return policy?.createScriptURL(url) ?? url;
}
