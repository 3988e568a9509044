import type { OwnFile } from '../code/own-files.ts';

/** A permission as a room declares it: its name, and the constant that it is known by in the code. */
export type Declared = { name: string; constant: string; path: string; roles: number };

export function permissionsDeclared(files: readonly OwnFile[]): Declared[] {
  return files
    .filter(({ path }) => path.endsWith('/domain/permissions.ts') || path === 'service/app.ts')
    .flatMap(({ path, text }) =>
      [...text.matchAll(/const (\w+) = permission\(\s*'([^']+)',\s*\[([^\]]*)\]/g)].map(
        ([, constant = '', name = '', roles = '']) => ({
          name,
          constant,
          path,
          roles: roles.split(',').filter((role) => role.trim() !== '').length,
        }),
      ),
    );
}

/** Permissions that open no page, that no action or query asks for, or that nobody has. */
export function permissionsUnused(
  declared: readonly Declared[],
  opening: ReadonlySet<string>,
  files: readonly OwnFile[],
): string[] {
  return declared.flatMap(({ name, constant, roles }) => {
    const asked = files.some(
      ({ path, text }) =>
        /\/(actions|queries)\//.test(path) && new RegExp(`\\ballowed\\([^)]*\\b${constant}\\b`).test(text),
    );
    return [
      ...(opening.has(name) ? [] : [`${name} opens no page`]),
      ...(asked ? [] : [`${name} is asked by no act`]),
      ...(roles > 0 ? [] : [`${name} is given to nobody`]),
    ];
  });
}
