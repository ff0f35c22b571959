import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './choice-bars.css';

interface CountedOption {
  readonly id: string;
  readonly text: string;
  readonly count?: number;
}

function CountedText({ text, count }: Pick<CountedOption, 'text' | 'count'>): ReactNode {
  return (
    <>
      {text}
      {count !== undefined && <span className="ui-count tabular"> {count}</span>}
    </>
  );
}

interface FilterChipsProps {
  readonly label: string;
  readonly options: readonly CountedOption[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** One filter of a list, each with the number of rows behind it. */
export function FilterChips({ label, options, value, onChange }: FilterChipsProps): ReactNode {
  return (
    <ToggleButtonGroup
      className="ui-filter-chips"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([key]) => {
        if (key !== undefined) onChange(String(key));
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className="ui-filter-chip">
          <CountedText {...option} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly (CountedOption & { readonly content: ReactNode })[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Views of one thing, side by side. */
export function Tabs({ label, tabs, value, onChange }: TabsProps): ReactNode {
  return (
    <AriaTabs
      className="ui-tabs"
      selectedKey={value}
      onSelectionChange={(key) => {
        onChange(String(key));
      }}
    >
      <TabList className="ui-tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="ui-tab">
            <CountedText {...tab} />
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="ui-tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
