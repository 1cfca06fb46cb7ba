import { render, screen } from '@testing-library/react';
import { app } from './App';

describe('App', () => {
  const environment = process.env;

  afterEach(() => {
    process.env = environment;
  });

  it('starts and asks the guest in', async () => {
    process.env = {
      ...environment,
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Fleet Commander', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
          context: 'test',
        },
      ] as unknown as string,
    };

    render(app.createRoot());

    expect(await screen.findByTestId('progress')).toBeInTheDocument();
  });
});
