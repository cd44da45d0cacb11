import { forbidden, notFound } from "./errors.ts";
import { type Answer, type Call, page, user } from "./rest.ts";

/** What people may do, and reactions to comments: operations by method and path template of GitHub's description. */
export const peopleOperations: Readonly<Record<string, (call: Call) => Answer>> = {
  "GET /repos/{owner}/{repo}/collaborators/{username}/permission"(call) {
    const login = call.parameters.username ?? "";
    const permission = call.repository.people?.get(login) ?? "read";
    return { status: 200, body: { permission, role_name: permission, user: null } };
  },
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews"(call) {
    if (call.permissions["pull-requests"] === "none") throw forbidden();
    const number = Number(call.parameters.pull_number);
    const { items, total } = page(
      call,
      (call.repository.reviews ?? []).filter(({ pull }) => pull === number),
    );
    const body = items.map(({ id, author, state, commit }) => {
      return { id, user: user(author), state, body: "", commit_id: commit };
    });
    return { status: 200, body, total };
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
