import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { makeFormatters } from './model/format';
import './styles';

const page = document.getElementById('page');
if (page) {
  createRoot(page).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  addEventListener('load', () => setTimeout(() => makeFormatters('nl')), { once: true });
}
