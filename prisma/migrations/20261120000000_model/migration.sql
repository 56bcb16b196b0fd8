-- The tables, keys and foreign keys of schema.prisma. Two things that Prisma cannot say are added here:
-- every text is COLLATE "C", so that a cursor means the same on every server, and the customer's two default
-- addresses are DEFERRABLE, since customer and address refer to each other.

-- CreateEnum
CREATE TYPE "customer_status" AS ENUM ('NORMAL', 'PREFERRED', 'HOLD_SHIPMENT', 'HOLD_ALL');

-- CreateEnum
CREATE TYPE "edi_status" AS ENUM ('ENABLED', 'DISABLED');

-- CreateEnum
CREATE TYPE "relationship_type" AS ENUM ('STANDALONE', 'PARENT', 'CHILD');

-- CreateEnum
CREATE TYPE "commission_policy" AS ENUM ('COMMISSION_APPLIED', 'COMMISSION_EXEMPT');

-- CreateEnum
CREATE TYPE "freight_policy" AS ENUM ('FREE_FREIGHT', 'BILLED_FREIGHT');

-- CreateEnum
CREATE TYPE "carrier_billing_type" AS ENUM ('SENDER', 'THIRD_PARTY');

-- CreateEnum
CREATE TYPE "carrier_code" AS ENUM ('FEDEX', 'UPS', 'USPS', 'WILL_CALL', 'DELIVERY', 'LTL', 'LTL1', 'FREIGHT_COLLECT');

-- CreateEnum
CREATE TYPE "portal_visibility" AS ENUM ('VISIBLE', 'HIDDEN');

-- CreateEnum
CREATE TYPE "unit_dimension" AS ENUM ('CURRENCY', 'QUANTITY', 'TIME', 'MASS', 'VOLUME', 'LENGTH', 'TEMPERATURE', 'AREA');

-- CreateEnum
CREATE TYPE "payment_term_status" AS ENUM ('ACTIVE', 'INACTIVE');

-- CreateEnum
CREATE TYPE "shipping_term_type" AS ENUM ('FREE_FREIGHT', 'FLAT_RATE_FREIGHT', 'CARRIER_RATE_FREIGHT');

-- CreateEnum
CREATE TYPE "priority_code" AS ENUM ('LOW', 'NORMAL', 'HIGH');

-- CreateEnum
CREATE TYPE "account_user_status" AS ENUM ('ACTIVE', 'DISABLED', 'REMOVED');

-- CreateEnum
CREATE TYPE "address_type" AS ENUM ('STANDARD', 'DROP_SHIP');

-- CreateEnum
CREATE TYPE "account_group_type" AS ENUM ('PRICING_GROUP', 'TYPE_GROUP');

-- CreateEnum
CREATE TYPE "role_type" AS ENUM ('ADMIN', 'USER', 'SCANNER', 'SALES_REP', 'AGENT');

-- CreateEnum
CREATE TYPE "shopper_status" AS ENUM ('PROSPECT', 'ACQUIRED', 'REPEAT');

-- CreateEnum
CREATE TYPE "mode" AS ENUM ('TEST', 'LIVE');

-- CreateEnum
CREATE TYPE "source_system" AS ENUM ('AUGNO', 'WAREHOUSE', 'COMMERCE_LAYER');

-- CreateEnum
CREATE TYPE "customer_event_action" AS ENUM ('CREATE', 'UPDATE', 'DISCONTINUE', 'REACTIVATE', 'IMPORT', 'MERGE', 'DELETE');

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('DRAFT', 'PENDING', 'EDITING', 'PLACING', 'PLACED', 'APPROVED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "order_payment_status" AS ENUM ('UNPAID', 'AUTHORIZED', 'PARTIALLY_AUTHORIZED', 'PAID', 'PARTIALLY_PAID', 'VOIDED', 'PARTIALLY_VOIDED', 'REFUNDED', 'PARTIALLY_REFUNDED', 'FREE');

-- CreateEnum
CREATE TYPE "order_fulfillment_status" AS ENUM ('UNFULFILLED', 'IN_PROGRESS', 'FULFILLED', 'NOT_REQUIRED');

-- CreateEnum
CREATE TYPE "order_subscription_status" AS ENUM ('DRAFT', 'INACTIVE', 'ACTIVE', 'RUNNING', 'CANCELLED');

-- CreateEnum
CREATE TYPE "return_status" AS ENUM ('DRAFT', 'REQUESTED', 'APPROVED', 'CANCELLED', 'SHIPPED', 'REJECTED', 'RECEIVED', 'REFUNDED');

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C",
    "name" TEXT COLLATE "C",
    "username" TEXT COLLATE "C",
    "email_verified_at" TIMESTAMPTZ(3),
    "image_url" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roles" (
    "id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C",
    "name" TEXT COLLATE "C" NOT NULL,
    "type" "role_type" NOT NULL,
    "permissions" TEXT[] COLLATE "C" DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "departments" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "notes" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "departments_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "account_users" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "status" "account_user_status" NOT NULL DEFAULT 'ACTIVE',
    "user_id" TEXT COLLATE "C" NOT NULL,
    "role_id" TEXT COLLATE "C",
    "department_id" TEXT COLLATE "C",
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_users_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "units" (
    "id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C",
    "name" TEXT COLLATE "C" NOT NULL,
    "abbreviation" TEXT COLLATE "C" NOT NULL,
    "type" "unit_dimension" NOT NULL,
    "ratio_numerator" DECIMAL(65,30) NOT NULL,
    "ratio_denominator" DECIMAL(65,30) NOT NULL,
    "offset_numerator" DECIMAL(65,30) NOT NULL DEFAULT 0,
    "offset_denominator" DECIMAL(65,30) NOT NULL DEFAULT 1,
    "is_base_unit" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carriers" (
    "id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C",
    "name" TEXT COLLATE "C" NOT NULL,
    "code" "carrier_code",
    "account_number" TEXT COLLATE "C",
    "customer_portal_visibility" "portal_visibility" NOT NULL DEFAULT 'VISIBLE',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "carriers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_levels" (
    "id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C",
    "carrier_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "service_level_token" TEXT COLLATE "C" NOT NULL,
    "customer_portal_visibility" "portal_visibility" NOT NULL DEFAULT 'VISIBLE',
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_levels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_terms" (
    "id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C",
    "name" TEXT COLLATE "C" NOT NULL,
    "status" "payment_term_status" NOT NULL DEFAULT 'ACTIVE',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipping_terms" (
    "id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C",
    "name" TEXT COLLATE "C" NOT NULL,
    "type" "shipping_term_type" NOT NULL,
    "flat_rate_value" DECIMAL(65,30),
    "flat_rate_unit_id" TEXT COLLATE "C",
    "minimum_order_value_value" DECIMAL(65,30),
    "minimum_order_value_unit_id" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shipping_terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipping_term_service_levels" (
    "account_id" TEXT COLLATE "C",
    "shipping_term_id" TEXT COLLATE "C" NOT NULL,
    "service_level_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "shipping_term_service_levels_pkey" PRIMARY KEY ("shipping_term_id","service_level_id")
);

-- CreateTable
CREATE TABLE "priorities" (
    "id" TEXT COLLATE "C" NOT NULL,
    "code" "priority_code" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "priorities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_groups" (
    "id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C" NOT NULL,
    "type" "account_group_type" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C",
    "commission_policy" "commission_policy" NOT NULL DEFAULT 'COMMISSION_APPLIED',
    "freight_policy" "freight_policy" NOT NULL DEFAULT 'BILLED_FREIGHT',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_groups" (
    "id" TEXT COLLATE "C" NOT NULL,
    "account_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "code" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tags" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "customers" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "number" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "status" "customer_status" NOT NULL DEFAULT 'NORMAL',
    "edi_status" "edi_status" NOT NULL DEFAULT 'DISABLED',
    "relationship_type" "relationship_type" NOT NULL DEFAULT 'STANDALONE',
    "parent_id" TEXT COLLATE "C",
    "type_id" TEXT COLLATE "C",
    "commission_policy" "commission_policy" NOT NULL DEFAULT 'COMMISSION_EXEMPT',
    "note" TEXT COLLATE "C",
    "credit_limit_value" DECIMAL(65,30),
    "credit_limit_unit_id" TEXT COLLATE "C",
    "contact_name" TEXT COLLATE "C",
    "contact_email" TEXT COLLATE "C",
    "contact_phone" TEXT COLLATE "C",
    "contact_fax" TEXT COLLATE "C",
    "contact_url" TEXT COLLATE "C",
    "freight_policy" "freight_policy" NOT NULL DEFAULT 'BILLED_FREIGHT',
    "carrier_id" TEXT COLLATE "C",
    "service_level_id" TEXT COLLATE "C",
    "billing_type" "carrier_billing_type",
    "billing_account" TEXT COLLATE "C",
    "payment_term_id" TEXT COLLATE "C",
    "shipping_term_id" TEXT COLLATE "C",
    "priority_id" TEXT COLLATE "C",
    "sales_rep_id" TEXT COLLATE "C",
    "accepts_invoice_emails" BOOLEAN NOT NULL DEFAULT false,
    "bill_to_address_id" TEXT COLLATE "C",
    "ship_to_address_id" TEXT COLLATE "C",
    "short_id" TEXT COLLATE "C",
    "discontinued_at" TIMESTAMPTZ(3),
    "shopper_email" TEXT COLLATE "C",
    "shopper_status" "shopper_status",
    "shopper_reference" TEXT COLLATE "C",
    "total_orders_count" INTEGER,
    "customer_group_id" TEXT COLLATE "C",
    "mode" "mode" NOT NULL DEFAULT 'LIVE',
    "reference" TEXT COLLATE "C",
    "reference_origin" TEXT COLLATE "C",
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "customer_price_groups" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "customer_price_groups_pkey" PRIMARY KEY ("account_id","customer_id","group_id")
);

-- CreateTable
CREATE TABLE "customer_tags" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "tag_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "customer_tags_pkey" PRIMARY KEY ("account_id","customer_id","tag_id")
);

-- CreateTable
CREATE TABLE "customer_sources" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "system" "source_system" NOT NULL,
    "source_id" TEXT COLLATE "C" NOT NULL,
    "synced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_sources_pkey" PRIMARY KEY ("account_id","system","source_id")
);

-- CreateTable
CREATE TABLE "customer_search" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "document" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "customer_search_pkey" PRIMARY KEY ("account_id","customer_id")
);

-- CreateTable
CREATE TABLE "shopper_credentials" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "password_hash" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shopper_credentials_pkey" PRIMARY KEY ("account_id","customer_id")
);

-- CreateTable
CREATE TABLE "addresses" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "phone" TEXT COLLATE "C",
    "email" TEXT COLLATE "C",
    "type" "address_type" NOT NULL DEFAULT 'STANDARD',
    "geolocation_id" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "addresses_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "geolocations" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "street_line_1" TEXT COLLATE "C",
    "street_line_2" TEXT COLLATE "C",
    "locality" TEXT COLLATE "C",
    "state" TEXT COLLATE "C",
    "postal_code" TEXT COLLATE "C",
    "country" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "geolocations_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "attachments" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C",
    "url" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "customer_events" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "action" "customer_event_action" NOT NULL,
    "actor" TEXT COLLATE "C",
    "changes" JSONB NOT NULL DEFAULT '[]',
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_events_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "payment_sources" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C",
    "type" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_sources_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "customer_subscriptions" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "customer_email" TEXT COLLATE "C" NOT NULL,
    "reference" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_subscriptions_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "orders" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "number" TEXT COLLATE "C",
    "status" "order_status" NOT NULL DEFAULT 'DRAFT',
    "payment_status" "order_payment_status" NOT NULL DEFAULT 'UNPAID',
    "fulfillment_status" "order_fulfillment_status" NOT NULL DEFAULT 'UNFULFILLED',
    "total_amount" DECIMAL(65,30),
    "currency_code" TEXT COLLATE "C",
    "placed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "order_subscriptions" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "number" TEXT COLLATE "C",
    "status" "order_subscription_status" NOT NULL DEFAULT 'DRAFT',
    "frequency" TEXT COLLATE "C" NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "next_run_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_subscriptions_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "returns" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "number" TEXT COLLATE "C",
    "status" "return_status" NOT NULL DEFAULT 'DRAFT',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "returns_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "sku_lists" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "customer_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sku_lists_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_username_key" ON "users"("username");

-- CreateIndex
CREATE UNIQUE INDEX "roles_account_id_name_key" ON "roles"("account_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "departments_account_id_name_key" ON "departments"("account_id", "name");

-- CreateIndex
CREATE INDEX "account_users_account_id_created_at_id_idx" ON "account_users"("account_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "account_users_account_id_department_id_idx" ON "account_users"("account_id", "department_id");

-- CreateIndex
CREATE INDEX "account_users_user_id_idx" ON "account_users"("user_id");

-- CreateIndex
CREATE INDEX "account_users_role_id_idx" ON "account_users"("role_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_users_account_id_user_id_key" ON "account_users"("account_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "units_account_id_name_key" ON "units"("account_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "units_account_id_abbreviation_key" ON "units"("account_id", "abbreviation");

-- CreateIndex
CREATE INDEX "carriers_account_id_created_at_id_idx" ON "carriers"("account_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "service_levels_carrier_id_created_at_id_idx" ON "service_levels"("carrier_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "service_levels_account_id_idx" ON "service_levels"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_levels_carrier_id_id_key" ON "service_levels"("carrier_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "service_levels_carrier_id_account_id_service_level_token_key" ON "service_levels"("carrier_id", "account_id", "service_level_token");

-- CreateIndex
CREATE INDEX "payment_terms_account_id_created_at_id_idx" ON "payment_terms"("account_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_terms_account_id_name_key" ON "payment_terms"("account_id", "name");

-- CreateIndex
CREATE INDEX "shipping_terms_account_id_created_at_id_idx" ON "shipping_terms"("account_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "shipping_terms_flat_rate_unit_id_idx" ON "shipping_terms"("flat_rate_unit_id");

-- CreateIndex
CREATE INDEX "shipping_terms_minimum_order_value_unit_id_idx" ON "shipping_terms"("minimum_order_value_unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "shipping_terms_account_id_name_key" ON "shipping_terms"("account_id", "name");

-- CreateIndex
CREATE INDEX "shipping_term_service_levels_service_level_id_idx" ON "shipping_term_service_levels"("service_level_id");

-- CreateIndex
CREATE UNIQUE INDEX "priorities_code_key" ON "priorities"("code");

-- CreateIndex
CREATE INDEX "account_groups_account_id_created_at_id_idx" ON "account_groups"("account_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "account_groups_account_id_id_key" ON "account_groups"("account_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "account_groups_account_id_name_key" ON "account_groups"("account_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "customer_groups_account_id_id_key" ON "customer_groups"("account_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_groups_account_id_code_key" ON "customer_groups"("account_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "tags_account_id_name_key" ON "tags"("account_id", "name");

-- CreateIndex
CREATE INDEX "customers_account_id_created_at_id_idx" ON "customers"("account_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "customers_account_id_updated_at_id_idx" ON "customers"("account_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "customers_account_id_name_id_idx" ON "customers"("account_id", "name", "id");

-- CreateIndex
CREATE INDEX "customers_account_id_status_id_idx" ON "customers"("account_id", "status", "id");

-- CreateIndex
CREATE INDEX "customers_account_id_credit_limit_value_id_idx" ON "customers"("account_id", "credit_limit_value", "id");

-- CreateIndex
CREATE INDEX "customers_account_id_total_orders_count_id_idx" ON "customers"("account_id", "total_orders_count", "id");

-- CreateIndex
CREATE INDEX "customers_account_id_parent_id_created_at_id_idx" ON "customers"("account_id", "parent_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "customers_account_id_type_id_created_at_id_idx" ON "customers"("account_id", "type_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "customers_account_id_sales_rep_id_idx" ON "customers"("account_id", "sales_rep_id");

-- CreateIndex
CREATE INDEX "customers_account_id_carrier_id_idx" ON "customers"("account_id", "carrier_id");

-- CreateIndex
CREATE INDEX "customers_account_id_payment_term_id_idx" ON "customers"("account_id", "payment_term_id");

-- CreateIndex
CREATE INDEX "customers_account_id_shipping_term_id_idx" ON "customers"("account_id", "shipping_term_id");

-- CreateIndex
CREATE INDEX "customers_account_id_customer_group_id_idx" ON "customers"("account_id", "customer_group_id");

-- CreateIndex
CREATE UNIQUE INDEX "customers_account_id_number_key" ON "customers"("account_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "customers_account_id_short_id_key" ON "customers"("account_id", "short_id");

-- CreateIndex
CREATE UNIQUE INDEX "customers_account_id_shopper_email_key" ON "customers"("account_id", "shopper_email");

-- CreateIndex
CREATE UNIQUE INDEX "customers_account_id_reference_reference_origin_key" ON "customers"("account_id", "reference", "reference_origin");

-- CreateIndex
CREATE INDEX "customer_price_groups_account_id_group_id_customer_id_idx" ON "customer_price_groups"("account_id", "group_id", "customer_id");

-- CreateIndex
CREATE INDEX "customer_tags_account_id_tag_id_customer_id_idx" ON "customer_tags"("account_id", "tag_id", "customer_id");

-- CreateIndex
CREATE INDEX "customer_sources_account_id_customer_id_idx" ON "customer_sources"("account_id", "customer_id");

-- CreateIndex
CREATE INDEX "addresses_account_id_customer_id_created_at_id_idx" ON "addresses"("account_id", "customer_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "addresses_account_id_geolocation_id_customer_id_idx" ON "addresses"("account_id", "geolocation_id", "customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "addresses_account_id_customer_id_id_key" ON "addresses"("account_id", "customer_id", "id");

-- CreateIndex
CREATE INDEX "geolocations_account_id_locality_idx" ON "geolocations"("account_id", "locality");

-- CreateIndex
CREATE INDEX "geolocations_account_id_state_idx" ON "geolocations"("account_id", "state");

-- CreateIndex
CREATE INDEX "geolocations_account_id_postal_code_idx" ON "geolocations"("account_id", "postal_code");

-- CreateIndex
CREATE INDEX "attachments_account_id_customer_id_created_at_id_idx" ON "attachments"("account_id", "customer_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "customer_events_account_id_customer_id_occurred_at_id_idx" ON "customer_events"("account_id", "customer_id", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "payment_sources_account_id_customer_id_created_at_id_idx" ON "payment_sources"("account_id", "customer_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "customer_subscriptions_account_id_customer_id_created_at_id_idx" ON "customer_subscriptions"("account_id", "customer_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "orders_account_id_customer_id_created_at_id_idx" ON "orders"("account_id", "customer_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "order_subscriptions_account_id_customer_id_created_at_id_idx" ON "order_subscriptions"("account_id", "customer_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "returns_account_id_customer_id_created_at_id_idx" ON "returns"("account_id", "customer_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "sku_lists_account_id_customer_id_created_at_id_idx" ON "sku_lists"("account_id", "customer_id", "created_at", "id");

-- AddForeignKey
ALTER TABLE "roles" ADD CONSTRAINT "roles_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "departments" ADD CONSTRAINT "departments_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_users" ADD CONSTRAINT "account_users_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_users" ADD CONSTRAINT "account_users_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_users" ADD CONSTRAINT "account_users_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "roles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_users" ADD CONSTRAINT "account_users_account_id_department_id_fkey" FOREIGN KEY ("account_id", "department_id") REFERENCES "departments"("account_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "units" ADD CONSTRAINT "units_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "carriers" ADD CONSTRAINT "carriers_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "service_levels" ADD CONSTRAINT "service_levels_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "service_levels" ADD CONSTRAINT "service_levels_carrier_id_fkey" FOREIGN KEY ("carrier_id") REFERENCES "carriers"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_terms" ADD CONSTRAINT "payment_terms_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shipping_terms" ADD CONSTRAINT "shipping_terms_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shipping_terms" ADD CONSTRAINT "shipping_terms_flat_rate_unit_id_fkey" FOREIGN KEY ("flat_rate_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shipping_terms" ADD CONSTRAINT "shipping_terms_minimum_order_value_unit_id_fkey" FOREIGN KEY ("minimum_order_value_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shipping_term_service_levels" ADD CONSTRAINT "shipping_term_service_levels_shipping_term_id_fkey" FOREIGN KEY ("shipping_term_id") REFERENCES "shipping_terms"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shipping_term_service_levels" ADD CONSTRAINT "shipping_term_service_levels_service_level_id_fkey" FOREIGN KEY ("service_level_id") REFERENCES "service_levels"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_groups" ADD CONSTRAINT "account_groups_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_groups" ADD CONSTRAINT "customer_groups_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tags" ADD CONSTRAINT "tags_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_account_id_parent_id_fkey" FOREIGN KEY ("account_id", "parent_id") REFERENCES "customers"("account_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_account_id_type_id_fkey" FOREIGN KEY ("account_id", "type_id") REFERENCES "account_groups"("account_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_credit_limit_unit_id_fkey" FOREIGN KEY ("credit_limit_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_carrier_id_fkey" FOREIGN KEY ("carrier_id") REFERENCES "carriers"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_carrier_id_service_level_id_fkey" FOREIGN KEY ("carrier_id", "service_level_id") REFERENCES "service_levels"("carrier_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_payment_term_id_fkey" FOREIGN KEY ("payment_term_id") REFERENCES "payment_terms"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_shipping_term_id_fkey" FOREIGN KEY ("shipping_term_id") REFERENCES "shipping_terms"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priorities"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_account_id_sales_rep_id_fkey" FOREIGN KEY ("account_id", "sales_rep_id") REFERENCES "account_users"("account_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_account_id_id_bill_to_address_id_fkey" FOREIGN KEY ("account_id", "id", "bill_to_address_id") REFERENCES "addresses"("account_id", "customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE INITIALLY IMMEDIATE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_account_id_id_ship_to_address_id_fkey" FOREIGN KEY ("account_id", "id", "ship_to_address_id") REFERENCES "addresses"("account_id", "customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE INITIALLY IMMEDIATE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_account_id_customer_group_id_fkey" FOREIGN KEY ("account_id", "customer_group_id") REFERENCES "customer_groups"("account_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_price_groups" ADD CONSTRAINT "customer_price_groups_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_price_groups" ADD CONSTRAINT "customer_price_groups_account_id_group_id_fkey" FOREIGN KEY ("account_id", "group_id") REFERENCES "account_groups"("account_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_tags" ADD CONSTRAINT "customer_tags_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_tags" ADD CONSTRAINT "customer_tags_account_id_tag_id_fkey" FOREIGN KEY ("account_id", "tag_id") REFERENCES "tags"("account_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_sources" ADD CONSTRAINT "customer_sources_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_search" ADD CONSTRAINT "customer_search_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shopper_credentials" ADD CONSTRAINT "shopper_credentials_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_account_id_geolocation_id_fkey" FOREIGN KEY ("account_id", "geolocation_id") REFERENCES "geolocations"("account_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "geolocations" ADD CONSTRAINT "geolocations_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_events" ADD CONSTRAINT "customer_events_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_sources" ADD CONSTRAINT "payment_sources_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customer_subscriptions" ADD CONSTRAINT "customer_subscriptions_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "order_subscriptions" ADD CONSTRAINT "order_subscriptions_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "returns" ADD CONSTRAINT "returns_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sku_lists" ADD CONSTRAINT "sku_lists_account_id_customer_id_fkey" FOREIGN KEY ("account_id", "customer_id") REFERENCES "customers"("account_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
