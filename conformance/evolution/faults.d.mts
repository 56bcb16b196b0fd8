export function faultsOf(root: string, contracts?: readonly string[]): Promise<readonly string[]>;
