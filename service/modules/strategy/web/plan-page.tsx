import { file, notFound, page, type PageRequest, type Route } from '#platform/http/route.ts';
import { Button, Select } from '#packages/govuk-jsx';
import { tierWords } from '../domain/graph.ts';
import { planOnAPage, sheets, type PlanOnAPage, type SheetName } from '../domain/plan/plan-on-a-page.ts';
import { describe, planPicture, type PlanColours } from '../domain/plan/plan-picture.ts';
import type { PlanGroups } from '../domain/plan/plan-groups.ts';
import { framework, type FrameworkView } from '../queries/framework.ts';
import { FrameworkAround, frameworkPage } from './framework-around.tsx';
import { places } from './places.ts';

/** A whole strategy on one sheet: to look at, to print, as a picture, and in words. */
export const planRoutes: readonly Route[] = [
  { method: 'GET', path: '/frameworks/:slug/plan-on-a-page', policy: 'everyone', answer: showPlan },
  { method: 'GET', path: '/frameworks/:slug/plan-on-a-page/sheet', policy: 'everyone', answer: showSheet },
  { method: 'GET', path: '/frameworks/:slug/plan-on-a-page.svg', policy: 'everyone', answer: showPicture },
];

async function planOf(request: PageRequest): Promise<{ view: FrameworkView; plan: PlanOnAPage } | undefined> {
  const view = await request.read((ctx) => framework(ctx, request.params['slug'] ?? ''));
  return view && { view, plan: planOnAPage(view.document, sheetAsked(request.query.get('sheet'))) };
}

const sheetNames = [
  'A3 landscape',
  'A3 portrait',
  'A4 landscape',
  'A4 portrait',
] as const satisfies SheetName[];

function sheetAsked(asked: string | null): SheetName {
  return sheetNames.find((name) => inAddress(name) === asked) ?? 'A3 landscape';
}

function inAddress(name: SheetName): string {
  return name.toLowerCase().replace(' ', '-');
}

function pictureAddress(view: FrameworkView, plan: PlanOnAPage): string {
  return `${places.planOnAPage(view.stored.slug)}.svg?sheet=${inAddress(plan.sheet.name)}`;
}

async function showPlan(request: PageRequest) {
  const found = await planOf(request);
  if (!found) return notFound();
  return page(
    frameworkPage(found.view, {
      title: 'Plan on a page',
      under: [{ text: found.view.document.name, href: places.framework(found.view.stored.slug) }],
      body: <PlanPage {...found} path={request.path} />,
    }),
  );
}

async function showSheet(request: PageRequest) {
  const found = await planOf(request);
  if (!found) return notFound();
  const { view, plan } = found;
  return page({
    title: `Plan on a page – ${view.document.name}`,
    sheet: true,
    body: (
      <main class={`plan-sheet plan-${inAddress(plan.sheet.name)}`}>
        <h1 class="visually-hidden">{plan.title}</h1>
        <img src={pictureAddress(view, plan)} alt={describe(plan)} />
      </main>
    ),
  });
}

async function showPicture(request: PageRequest) {
  const found = await planOf(request);
  if (!found) return notFound();
  const colours = { ...paperColours, brand: request.brand.colour };
  const picture = planPicture({ plan: found.plan, colours, id: 'plan', language: 'en-GB' });
  return file('image/svg+xml; charset=utf-8', picture);
}

/** A sheet is paper, whatever the screen's colours are. */
const paperColours: PlanColours = {
  paper: '#fffaf3',
  ink: '#1b2338',
  quiet: '#525b70',
  thread: '#b98400',
  brand: '#1b2338',
  onBrand: '#ffffff',
  tint: '#f6ecdb',
};

function PlanPage({ view, plan, path }: { view: FrameworkView; plan: PlanOnAPage; path: string }) {
  const { slug } = view.stored;
  const sheet = inAddress(plan.sheet.name);
  return (
    <FrameworkAround view={view} path={path}>
      <h1>Plan on a page</h1>
      <p class="lead">{sayFit(plan)}</p>
      <p class="plan-picture">
        <a href={`${places.planOnAPage(slug)}/sheet?sheet=${sheet}`}>
          <img
            src={pictureAddress(view, plan)}
            alt={`${plan.title}, on one sheet. The same stands in words below.`}
          />
        </a>
      </p>
      <div class="actions">
        <a class="govuk-button" href={`${places.planOnAPage(slug)}/sheet?sheet=${sheet}`}>
          Open the sheet to print
        </a>
        <a href={pictureAddress(view, plan)} download={`${slug}-plan-on-a-page.svg`}>
          Save it as a picture
        </a>
      </div>
      <form method="get" action={places.planOnAPage(slug)}>
        <Select
          id="sheet"
          name="sheet"
          label={{ text: 'Paper' }}
          items={sheetNames.map((name) => ({
            value: inAddress(name),
            text: name,
            selected: name === plan.sheet.name,
          }))}
        />
        <Button text="Show on this paper" classes="govuk-button--secondary" />
      </form>
      <h2>The same in words</h2>
      <InWords groups={plan.groups} slug={slug} />
    </FrameworkAround>
  );
}

function sayFit(plan: PlanOnAPage): string {
  const { name } = sheets[plan.sheet.name];
  const left = plan.leftOut.map(({ tier, count }) => `${count} ${tierWords(tier, count).toLowerCase()}`);
  if (left.length === 0) return `The whole strategy on one ${name} sheet.`;
  return `The strategy on one ${name} sheet. For want of room it leaves out ${left.join(', ')}: they stand on the thread.`;
}

type Section = PlanGroups['above'][number];

function InWords({ groups, slug }: { groups: PlanGroups; slug: string }) {
  return (
    <>
      {groups.above.map((section) => (
        <SectionWords key={section.tier.key} section={section} slug={slug} />
      ))}
      {groups.columns.map((column) => (
        <div key={column.element.key}>
          <h3>
            <a href={places.element(slug, column.element.key)}>{column.element.label}</a>
          </h3>
          {column.sections.map((section) => (
            <SectionWords key={section.tier.key} section={section} slug={slug} />
          ))}
        </div>
      ))}
      {[...groups.below, ...groups.base].map((section) => (
        <SectionWords key={section.tier.key} section={section} slug={slug} />
      ))}
    </>
  );
}

function SectionWords({ section, slug }: { section: Section; slug: string }) {
  return (
    <>
      <p>
        <strong>{tierWords(section.tier, section.elements.length)}</strong>
      </p>
      <ul>
        {section.elements.map((element) => (
          <li key={element.key}>
            <a href={places.element(slug, element.key)}>{element.label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
