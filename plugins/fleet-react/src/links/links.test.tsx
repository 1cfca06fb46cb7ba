import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ExternalLink } from './ExternalLink';
import { filterLink } from './filterLink';
import { VersionTag } from './VersionTag';

const scriptUrls = ['javascript', ' JavaScript', 'java\nscript'].map(
  scheme => `${scheme}:alert(1)`,
);

describe('ExternalLink', () => {
  it.each([
    ...scriptUrls,
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org',
    '/catalog',
    'not a url',
    '',
    undefined,
  ])('is text where %j is not a web address', async href => {
    await renderInTestApp(<ExternalLink href={href}>Argo CD</ExternalLink>);
    expect(screen.getByText('Argo CD')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('opens a web address in a new window that knows nothing of this one', async () => {
    await renderInTestApp(
      <ExternalLink href="https://git.example.org/a b">commit</ExternalLink>,
    );
    const link = screen.getByRole('link');
    expect(link).toHaveAttribute('href', 'https://git.example.org/a%20b');
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
  });
});

describe('VersionTag', () => {
  const revision = `main@sha1:${'0123456789abcdef'.repeat(2)}01234567`;

  it('shows the revision short and copies it whole', async () => {
    const user = userEvent.setup();
    await renderInTestApp(
      <VersionTag
        version="1.4.2"
        revision={revision}
        href="https://git.example.org/commit"
      />,
    );
    expect(screen.getByText('1.4.2')).toBeVisible();
    expect(screen.getByRole('link', { name: /0123456/ })).toBeVisible();
    const execCommand = jest.fn(() => true);
    Object.assign(document, { execCommand });
    await user.click(screen.getByRole('button', { name: `copy ${revision}` }));
    expect(execCommand).toHaveBeenCalledWith('copy');
    expect(await screen.findByRole('button', { name: /copied/ })).toBeVisible();
  });

  it('says a revision once where the version already has it, and alone where there is no version', async () => {
    await renderInTestApp(
      <>
        <VersionTag version="main@0123456" revision={revision} />
        <VersionTag revision={revision} />
      </>,
    );
    expect(screen.getByText('main@0123456')).toBeVisible();
    expect(screen.getByText('0123456')).toBeVisible();
    expect(screen.queryByText('no version')).not.toBeInTheDocument();
  });

  it('says that there is no version', async () => {
    await renderInTestApp(<VersionTag />);
    expect(screen.getByText('no version')).toBeVisible();
  });
});

describe('filterLink', () => {
  it('writes filters so that a name cannot add others', () => {
    expect(
      filterLink('/fleet/applications', {
        state: ['failing', 'degraded'],
        cluster: 'a&mine=true#x',
        region: undefined,
      }),
    ).toBe(
      '/fleet/applications?state=failing&state=degraded&cluster=a%26mine%3Dtrue%23x',
    );
    expect(filterLink('/fleet', {})).toBe('/fleet');
  });
});
