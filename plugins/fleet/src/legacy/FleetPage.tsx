import { compatWrapper } from '@backstage/core-compat-api';
import { Header, Page, TabbedLayout } from '@backstage/core-components';
import type { ReactNode } from 'react';
import { Applications } from '../applications/Applications';
import { Provisioning } from '../claims/Provisioning';
import { Clusters } from '../clusters/Clusters';
import { FleetMatrix } from '../matrix/FleetMatrix';
import { Overview } from '../overview/Overview';

/** The pages of the fleet as tabs; those of other plugins follow as children. */
export function FleetPage(props: { children?: ReactNode }) {
  return (
    <Page themeId="tool">
      <Header title="Fleet" />
      <TabbedLayout>
        <TabbedLayout.Route path="/overview" title="Overview">
          {compatWrapper(<Overview />)}
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/clusters" title="Clusters">
          {compatWrapper(<Clusters />)}
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/applications" title="Applications">
          {compatWrapper(<Applications />)}
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/matrix" title="Matrix">
          {compatWrapper(<FleetMatrix />)}
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/provisioning" title="Provisioning">
          {compatWrapper(<Provisioning />)}
        </TabbedLayout.Route>
        {props.children}
      </TabbedLayout>
    </Page>
  );
}
