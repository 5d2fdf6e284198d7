/**
 * Chromium outside Electron knows no schemes of one's own. `http://bundle.localhost` stands for `app://bundle`: a
 * secure context with an origin, storage and workers of its own, and no dot of it reaches a network.
 */
export const pageOrigin = 'http://bundle.localhost';
const appOrigin = 'app://bundle';

export function toPage(address: string): string {
  return address.startsWith(appOrigin) ? pageOrigin + address.slice(appOrigin.length) : address;
}

export function toApp(address: string): string {
  return address.startsWith(pageOrigin) ? appOrigin + address.slice(pageOrigin.length) : address;
}
