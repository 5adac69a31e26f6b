/**
 * Where NGINX keeps what public-answers.conf has it keep: a folder that it makes, in one that is there. Answers live for a second
 * and are gone after a few: this is as many as thousands of operations a second leave. Goes into http { }.
 */
export const publicAnswersCache = (folder: string): string =>
  `proxy_cache_path "${folder}" levels=1:2 use_temp_path=off keys_zone=public_answers:4m max_size=32m inactive=5s;`;
