import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// While developing, the page runs on Vite and asks a running `overstap serve --http`.
const api = process.env['OVERSTAP_API'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2020', assetsInlineLimit: 0 },
  server: { proxy: { '/v1': api } },
  test: { include: ['tests/model/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0]);
