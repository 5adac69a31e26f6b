import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { AccountBar } from './account-bar.tsx';
import { fetcher } from './fetcher.ts';
import { operationOfAddress } from './operation-of-address.ts';
import { runAs } from './run-as.ts';
import { currentSession, updateSession } from './session.ts';
import { tabs } from './tabs.ts';

// GraphiQL takes the variables of every default tab but those of the one that it opens with.
const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;
const asked = operationOfAddress(location.hash);
const firstVariables = isFirstVisit ? { initialVariables: tabs[0]?.variables ?? '' } : {};
// On a first visit GraphiQL would take the default tabs alone: what is asked for goes before them.
const { initialQuery: askedQuery, initialVariables: askedVariables = '' } = asked;
const firstTabs =
  isFirstVisit && askedQuery ? [{ query: askedQuery, variables: askedVariables }, ...tabs] : tabs;

let openTabId: string | undefined;

/** Signs with the account that a tab asks for when it is opened; what the reader then chooses stays. */
const followTab: Required<GraphiQLProps>['onTabChange'] = ({ tabs: open, activeTabIndex }) => {
  const tab = open[activeTabIndex];
  if (!tab || tab.id === openTabId) return;
  openTabId = tab.id;
  const role = runAs(tab.query ?? '');
  const account = role && currentSession().accounts.find(candidate => candidate.role === role);
  if (account) updateSession({ actingId: account.id });
};

/** The page: the bar with the accounts, and GraphiQL with the store's main operations in its tabs. */
export function Playground() {
  return (
    <>
      <AccountBar />
      <GraphiQL
        fetcher={fetcher}
        defaultTabs={firstTabs}
        {...firstVariables}
        {...asked}
        defaultEditorToolsVisibility="variables"
        onTabChange={followTab}
        shouldPersistHeaders={false}
        schemaDescription
        inputValueDeprecation
      >
        <GraphiQL.Logo> </GraphiQL.Logo>
      </GraphiQL>
    </>
  );
}
