import { forbidden, notFound } from "./errors.ts";
import type { Answer, Call } from "./rest.ts";

/** What people may do, and reactions to comments: operations by method and path template of GitHub's description. */
export const peopleOperations: Readonly<Record<string, (call: Call) => Answer>> = {
  "GET /repos/{owner}/{repo}/collaborators/{username}/permission"(call) {
    const login = call.parameters.username ?? "";
    const permission = call.repository.people?.get(login) ?? "read";
    return { status: 200, body: { permission, role_name: permission, user: null } };
  },
  "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"(call) {
    if (call.permissions["pull-requests"] !== "write" && call.permissions.issues !== "write") throw forbidden();
    const comment = call.repository.comments.find(({ id }) => id === Number(call.parameters.comment_id));
    if (comment === undefined) throw notFound();
    const content = String(call.body.content);
    const known = comment.reactions ?? [];
    const there = known.includes(content);
    if (!there) comment.reactions = [...known, content];
    const body = { id: comment.id, node_id: "x", user: null, content, created_at: comment.createdAt };
    return { status: there ? 200 : 201, body };
  },
};
