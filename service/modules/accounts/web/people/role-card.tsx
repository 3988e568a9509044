import { Details } from '#packages/govuk-jsx';
import type { Role } from '#platform/access/policy.ts';
import { builtInRoles } from '../../domain/people/built-in-roles.ts';

/** What some roles open and never open, in words. */
export function RoleOpens({ roles }: { roles: readonly Role[] }) {
  const opens = [...new Set(roles.flatMap((role) => builtInRoles[role].opens))];
  const never = [...new Set(roles.flatMap((role) => builtInRoles[role].never))].filter(
    (words) => roles.every((role) => builtInRoles[role].never.includes(words)) || roles.length === 1,
  );
  return (
    <>
      <p>It opens:</p>
      <ul>
        {opens.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {never.length === 0 ? null : (
        <>
          <p>It never opens:</p>
          <ul>
            {never.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The same, folded away under its name. */
export function RoleFolded({ title, roles }: { title: string; roles: readonly Role[] }) {
  return <Details summaryText={`What “${title}” opens`} html={<RoleOpens roles={roles} />} />;
}
