import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { LogoMark } from './LogoMark';

/** The mark, and beside it the name when the sidebar is open. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();

  return (
    <Link
      to="/"
      underline="none"
      aria-label="Fleet Commander, home"
      style={{
        display: 'flex',
        alignItems: 'center',
        gap: 10,
        height: 2.5 * sidebarConfig.logoHeight,
        paddingLeft: (sidebarConfig.drawerWidthClosed - 32) / 2,
        overflow: 'hidden',
        whiteSpace: 'nowrap',
        color: '#fff',
        fontSize: 15,
        fontWeight: 700,
      }}
    >
      <LogoMark size={32} />
      {isOpen && <span>Fleet Commander</span>}
    </Link>
  );
}
