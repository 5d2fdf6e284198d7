/** The part of the parser that is used, so that types can be checked before `npm ci` has brought it. */
declare module 'htmlparser2' {
  export class Parser {
    constructor(
      handler: {
        onopentag?: (name: string, attributes: Readonly<Record<string, string>>) => void;
        ontext?: (text: string) => void;
        onclosetag?: (name: string) => void;
        oncomment?: (comment: string) => void;
      },
      options: {
        decodeEntities: boolean;
        lowerCaseTags: boolean;
        lowerCaseAttributeNames: boolean;
        recognizeSelfClosing: boolean;
      },
    );
    write(chunk: string): void;
    end(): void;
  }
}
