/** What a guest is told and given depends on the version of Node that runs it, which is the grader's own. */
export const NODE_MAJOR = Number(process.versions.node.split('.')[0]);
