# For Container Apps and other container hosts. App Service deploys without an image.
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
COPY packages ./packages
RUN npm ci
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
WORKDIR /app
# The same files as in other deployments, without source maps and manifests.
COPY --from=build /src/dist/site ./
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production PORT=8080 TLS=off DATABASE_DIR=/data/database
USER node
EXPOSE 8080
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Exec form: a shell would not forward SIGTERM.
CMD ["node", "server.js"]
