/** The little of Nunjucks that the tests and the bench use. */
declare module 'nunjucks' {
  export class FileSystemLoader {
    constructor(searchPaths: string);
  }
  export class Environment {
    constructor(loader: FileSystemLoader, options: Readonly<{ autoescape: boolean }>);
    render(name: string, context: Readonly<Record<string, unknown>>): string;
    renderString(template: string, context: Readonly<Record<string, unknown>>): string;
  }
  export class Template {
    render(context: Readonly<Record<string, unknown>>): string;
  }
  export function compile(source: string, environment: Environment): Template;
  const nunjucks: {
    Environment: typeof Environment;
    FileSystemLoader: typeof FileSystemLoader;
    compile: typeof compile;
  };
  export default nunjucks;
}
