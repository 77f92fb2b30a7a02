# Code deployment needs no image; this is for Container Apps and other places that run one.
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
COPY packages ./packages
RUN npm ci
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
WORKDIR /app
# What is deployed elsewhere, too: source maps and manifests of the build stay behind.
COPY --from=build /src/dist/site ./
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production PORT=8080 TLS=off DATABASE_DIR=/data/database
USER node
EXPOSE 8080
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# A list, not a line: a shell in between would keep SIGTERM to itself.
CMD ["node", "server.js"]
