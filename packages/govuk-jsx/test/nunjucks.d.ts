/** The little of Nunjucks that the tests and the bench use. */
declare module 'nunjucks' {
  type Context = Readonly<Record<string, unknown>>;
  type Environment = { renderString(template: string, context: Context): string };
  type Template = { render(context: Context): string };
  const nunjucks: {
    FileSystemLoader: new (searchPath: string) => object;
    Environment: new (loader: object, options: Readonly<{ autoescape: boolean }>) => Environment;
    compile: (source: string, environment: Environment) => Template;
  };
  export default nunjucks;
}
