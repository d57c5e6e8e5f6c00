import { QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { Explorer } from './explorer.tsx';
import { queryClient } from './state/questions.ts';
import './style.css';

render(
  <QueryClientProvider client={queryClient}>
    <Explorer />
  </QueryClientProvider>,
  document.querySelector('#explorer')!,
);
