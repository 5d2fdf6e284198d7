import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const main = path.join(import.meta.dirname, '../../electron/main');

test('only the start imports Electron itself, so nothing else can reach ipcMain, the shell or a session', () => {
  const files = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const importers = files.filter((file) =>
    /^(?!import type).*from 'electron'/m.test(readFileSync(path.join(main, file), 'utf8')),
  );
  expect(importers).toEqual(['index.ts']);
});
