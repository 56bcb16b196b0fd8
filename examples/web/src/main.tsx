import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RelayEnvironmentProvider } from 'react-relay';
import { App } from './app/app.tsx';
import { Router } from './app/router.tsx';
import { environment } from './relay/environment.ts';
import './styles/base.css';
import './styles/app.css';
import './styles/facets.css';
import './styles/list.css';
import './styles/detail.css';
import './styles/edit.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');
createRoot(root).render(
  <StrictMode>
    <RelayEnvironmentProvider environment={environment}>
      <Router>
        <App />
      </Router>
    </RelayEnvironmentProvider>
  </StrictMode>,
);
