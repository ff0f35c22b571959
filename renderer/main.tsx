import './no-eval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { getDesktop } from './desktop';
import { installKitWords } from './ui/kit-words';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

installKitWords();
createRoot(root).render(
  <StrictMode>
    <App
      page={{
        desktop: getDesktop(),
        now: () => Date.now(),
      }}
    />
  </StrictMode>,
);
